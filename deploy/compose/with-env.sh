#!/bin/sh
# with-env.sh FILE COMMAND...: runs the command with the variables of a .env file. The file is read, never executed: what
# stands behind the first = is the value, without the quotes around it, whatever characters it has.
set -eu
file=$1
shift
while IFS= read -r line || [ -n "$line" ]; do
  line=${line#export }
  name=${line%%=*}
  case $line in
    '#'* | '') continue ;;
    *=*) ;;
    *) continue ;;
  esac
  case $name in
    '' | [0-9]* | *[!A-Za-z0-9_]*) continue ;;
  esac
  value=${line#*=}
  case $value in
    \"*\") value=${value#\"} value=${value%\"} ;;
    \'*\') value=${value#\'} value=${value%\'} ;;
  esac
  export "$name=$value"
done <"$file"
exec "$@"
