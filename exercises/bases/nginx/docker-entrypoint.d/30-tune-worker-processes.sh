#!/bin/sh
# With NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE set: as many workers as the container may use processors.
[ -n "${NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE:-}" ] && [ -w /etc/nginx/nginx.conf ] || exit 0
sed -i -E "s/^(worker_processes)(.*)$/\1 $(nproc);/" /etc/nginx/nginx.conf
