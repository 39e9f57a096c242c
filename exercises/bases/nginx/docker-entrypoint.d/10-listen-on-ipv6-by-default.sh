#!/bin/sh
# Adds IPv6 to the default server, unless its configuration was changed or cannot be written.
set -e
file=/etc/nginx/conf.d/default.conf
[ -f /proc/net/if_inet6 ] && [ -f $file ] && [ -w $file ] && [ -w /etc/nginx/conf.d ] || exit 0
cmp -s $file /usr/share/nginx/default.conf || exit 0
sed -i -E 's,listen       80;,listen       80;\n    listen  [::]:80;,' $file
