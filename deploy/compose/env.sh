#!/bin/sh
# env.sh FILE [demo]: sees to it that FILE has the secrets that docker-compose.yml needs, each made anew where it is
# missing; with `demo` also the simulator's addresses for the upstreams. What FILE has already stays.
set -eu
file=$1
umask 077
touch "$file"

secret() { # NAME: 48 random hexadecimal digits, which need no quoting in a URL
  grep -q "^$1=" "$file" || echo "$1=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" >>"$file"
}
value() { # NAME VALUE
  grep -q "^$1=" "$file" || echo "$1=$2" >>"$file"
}

secret POSTGRES_PASSWORD
secret DAGSTER_SECRET
secret ETL_TOKEN
# where a browser on this machine reaches the Dagster UI: the API's links to runs lead there
value DAGSTER_PUBLIC_URL "http://127.0.0.1:$(sed -n 's/^DAGSTER_PORT=//p' "$file" | tail -1 | grep . || echo 3000)"
if [ "${2:-}" = demo ]; then
  value COINGECKO_BASE_URL http://simulator:8900/api/v3
  value COINPAPRIKA_BASE_URL http://simulator:8900/v1
  value RSS_FEEDS demo=http://simulator:8900/feeds/demo.xml
fi
