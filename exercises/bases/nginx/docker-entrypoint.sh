#!/bin/sh
# As in the official image: before nginx starts, the scripts in /docker-entrypoint.d run in order.
set -e
log() { [ -n "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$@"; }

if [ "$1" = nginx ] || [ "$1" = nginx-debug ]; then
  if find /docker-entrypoint.d/ -mindepth 1 -maxdepth 1 -type f | read -r _; then
    log "$0: running the scripts in /docker-entrypoint.d/"
    for file in $(find /docker-entrypoint.d/ -follow -type f | sort); do
      case $file in
        *.envsh) if [ -x "$file" ]; then log "$0: sourcing $file"; . "$file"; else log "$0: ignoring $file, not executable"; fi ;;
        *.sh) if [ -x "$file" ]; then log "$0: launching $file"; "$file"; else log "$0: ignoring $file, not executable"; fi ;;
        *) log "$0: ignoring $file" ;;
      esac
    done
    log "$0: configuration complete; ready for start up"
  else
    log "$0: no scripts in /docker-entrypoint.d/"
  fi
fi
exec "$@"
