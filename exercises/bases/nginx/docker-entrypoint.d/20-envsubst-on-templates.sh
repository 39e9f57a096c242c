#!/bin/sh
# /etc/nginx/templates/NAME.conf.template, with environment variables filled in, becomes conf.d/NAME.conf.
set -e
from=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
suffix=${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
to=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
[ -d "$from" ] || exit 0
if [ ! -w "$to" ]; then
  echo "$0: ERROR: $from exists, but $to is not writable"
  exit 0
fi
# Only variables that exist, so that nginx's own ($uri, $host) stay.
variables=$(env | sed -n "s/^\(${NGINX_ENVSUBST_FILTER:-}[A-Za-z0-9_]*\)=.*/\${\1}/p" | tr '\n' ' ')
find "$from" -follow -type f -name "*$suffix" | while read -r template; do
  path=${template#"$from"/}
  mkdir -p "$to/$(dirname "$path")"
  envsubst "$variables" <"$template" >"$to/${path%"$suffix"}"
done
