#!/bin/sh
# restore.sh BACKUP COMPOSE...: fills the database's and the inbox's empty volumes from a backup. BACKUP is a folder of
# this machine's, or the name of one in the volume for backups; COMPOSE is the command with its files and project.
set -eu
backup=$1
shift
name=$(basename "$backup" | tr -c 'A-Za-z0-9._\n-' _)
into=/var/lib/crypto-platform/backups/$name
"$@" up -d postgres
if [ -d "$backup" ]; then
  # read by whoever runs this, written by the container's user: no ownership has to fit
  tar -C "$backup" -cf - . |
    "$@" run --rm -T --no-deps --entrypoint sh migrate -c "mkdir -p -m 700 $into && tar -C $into -xf -"
fi
exec "$@" run --rm --no-deps migrate restore "$into"
