#!/bin/sh
# Finds a container engine that answers, or sets one up.
#
#   engine.sh        prints the engine's address (as for DOCKER_HOST); exit 3 with one line if there is none
#   engine.sh path   prints the docker command to use: current, with a working BuildKit
#
# On Debian and Ubuntu, as root, a missing engine is installed from the distribution; where that is
# too old for BuildKit's current syntax (before 23), a current one from Debian's unstable packages is
# unpacked into a private folder and started instead. Nothing of apt's configuration is changed.
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=grader/setup/common.sh
. "$here/common.sh"

default_host=unix:///var/run/docker.sock
oldest=23 # the first release whose builder knows heredocs without a downloaded frontend
log=$drydock_home/engine.log

# ---- finding ----

# answers [HOST]: does an engine answer there, or where docker itself would look?
answers() {
  if [ $# -gt 0 ]; then set -- env DOCKER_HOST="$1"; fi
  [ -n "$(bounded 5 "$@" "$docker" version --format '{{.Server.Version}}' 2>/dev/null)" ]
}

major() { printf '%s\n' "${1%%.*}" | tr -cd '0-9'; }

# Builders come as a plugin (from 23 on) or inside the command itself (18.09 to 20.10).
builds() {
  "$1" buildx version >/dev/null 2>&1 && return 0
  version=$("$1" --version 2>/dev/null | sed -n 's/^Docker version \([0-9]*\).*/\1/p')
  [ -n "$version" ] && [ "$version" -ge 19 ] && [ "$version" -lt 23 ]
}

# Each docker on PATH is asked, ours first: a newer one without a builder may hide a working one.
find_docker() {
  fallback=
  old_ifs=$IFS
  IFS=:
  for folder in $engine_home/bin $PATH; do
    IFS=$old_ifs
    [ -x "$folder/docker" ] || continue
    if builds "$folder/docker"; then
      printf '%s\n' "$folder/docker"
      return 0
    fi
    fallback=${fallback:-$folder/docker}
  done
  IFS=$old_ifs
  [ -n "$fallback" ] && printf '%s\n' "$fallback"
}

# An engine the user chose (DOCKER_HOST, a context) is the one to use; only else the default socket.
find_host() {
  if answers; then
    host=${DOCKER_HOST:-$("$docker" context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null)}
    printf '%s\n' "${host:-$default_host}"
  elif [ -z "${DOCKER_HOST:-}" ] && answers "$default_host"; then
    printf '%s\n' "$default_host"
  else
    return 1
  fi
}

found() {
  docker=$(find_docker)
  [ -n "$docker" ] && host=$(find_host)
}

# Podman speaks Docker's language, but builds and runs otherwise: the grader refuses it, in these words.
require_docker() {
  if bounded 5 env DOCKER_HOST="$host" "$docker" version 2>/dev/null | grep -q 'Podman Engine'; then
    die 3 "the engine at $host is Podman, whose images and containers differ from Docker's: start Docker (Engine $oldest or newer, or Desktop), or set DOCKER_HOST to it"
  fi
}

# ---- setting up ----

install_distribution() {
  packages='docker.io ca-certificates'
  # Newer distributions split the command and the builder off.
  for package in docker-cli docker-buildx; do
    apt-cache show "$package" >/dev/null 2>&1 && packages="$packages $package"
  done
  say "installing the distribution's engine ($packages)…"
  # shellcheck disable=SC2086 # a list of words
  apt_install $packages || die 3 "apt-get could not install docker.io; see $drydock_home/apt.log"
}

# Leaves current docker, dockerd, docker-proxy in $engine_home/bin. Fails without harm.
unpack_current() {
  [ -x "$engine_home/bin/dockerd" ] && return 0
  mirror=$(apt_mirror)
  # Addresses are only known for lists that are there.
  [ -n "$mirror" ] || { apt_get update >"$drydock_home/apt.log" 2>&1 && mirror=$(apt_mirror); }
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -n "$mirror" ] && [ -f "$keyring" ] || return 1
  say "the distribution's engine is older than $oldest: fetching a current one from Debian's newer packages…"
  work=$engine_home/new
  rm -rf "$work"
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root"
  : >"$work/status"
  printf 'deb [signed-by=%s] %s sid main\n' "$keyring" "$mirror" >"$work/sources.list"
  (
    # apt with a state of its own: the machine's lists, pins and sources stay as they are. Signatures are
    # checked as ever; the date is not, because mirrors of unstable may be frozen or lag behind.
    set -- -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
      -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
      -o Dir::State::Lists="$work/lists" -o Dir::State::status="$work/status" -o Dir::Cache="$work/cache" \
      -o Acquire::Languages=none -o APT::Sandbox::User=root -o APT::Default-Release= -o Acquire::Check-Valid-Until=false
    cd "$work/debs" &&
      apt_get "$@" update &&
      apt_get "$@" download docker.io docker-cli docker-buildx
  ) >"$drydock_home/apt.log" 2>&1 || return 1
  for deb in "$work"/debs/*.deb; do
    dpkg -x "$deb" "$work/root" || return 1
  done
  mkdir -p "$work/bin"
  for program in bin/docker sbin/dockerd sbin/docker-proxy bin/docker-proxy libexec/docker/docker-proxy; do
    if [ -x "$work/root/usr/$program" ]; then
      ln -sf "../root/usr/$program" "$work/bin/"
    fi
  done
  # Built for a newer distribution: whether they run here is only known by running them.
  "$work/bin/dockerd" --version >/dev/null 2>&1 && "$work/bin/docker" --version >/dev/null 2>&1 || return 1
  rm -rf "$work/lists" "$work/cache" "$work/debs" "${engine_home:?}/root" "$engine_home/bin"
  mv "$work/root" "$engine_home/root" && mv "$work/bin" "$engine_home/bin" && rm -rf "$work"
}

link_buildx() {
  plugin=$(find "$engine_home/root/usr" -path '*/cli-plugins/docker-buildx' -type f 2>/dev/null | head -n 1)
  link=${DOCKER_CONFIG:-${HOME:-/root}/.docker}/cli-plugins/docker-buildx
  # A link that leads nowhere is one of ours whose folder was removed.
  if [ -n "$plugin" ] && [ ! -e "$link" ]; then
    mkdir -p "$(dirname "$link")" && ln -sf "$plugin" "$link"
  fi
}

# start DOCKERD: on the default socket; waits until it answers, a minute at most.
start() {
  if [ "$(cat /proc/1/comm 2>/dev/null)" = systemd ] && have systemctl; then
    start_service "$1"
  else
    start_detached "$1"
  fi
}

start_service() {
  override=/etc/systemd/system/docker.service.d/drydock.conf
  case $1 in
    "$engine_home"/*)
      # The distribution's service with another binary: same socket, same data, back after a reboot.
      mkdir -p "$(dirname "$override")"
      printf '[Service]\nEnvironment="PATH=%s:/usr/sbin:/usr/bin:/sbin:/bin"\nExecStart=\nExecStart=%s -H fd:// --containerd=/run/containerd/containerd.sock\n' \
        "$engine_home/bin" "$1" >"$override"
      ;;
    *) rm -f "$override" ;;
  esac
  systemctl daemon-reload
  systemctl restart docker.socket docker.service >>"$log" 2>&1
  wait_for_answer 0
}

start_detached() {
  forget_stale /var/run/docker.pid dockerd
  forget_stale /var/run/docker/containerd/containerd.pid containerd
  # dockerd starts a containerd of its own unless this socket is there; one without a process behind
  # it would be waited for in vain.
  if [ -S /run/containerd/containerd.sock ] && ! bounded 5 ctr version >/dev/null 2>&1; then
    rm -f /run/containerd/containerd.sock
  fi
  pid=$(detach "$log" env PATH="$(dirname "$1"):$PATH:/usr/sbin:/sbin" "$1" -H "$default_host")
  wait_for_answer "$pid"
}

# A daemon that was killed leaves its pid file; when the number now belongs to another process, the
# next daemon refuses to start.
forget_stale() {
  [ -f "$1" ] || return 0
  running "$(cat "$1")" "$2" || rm -f "$1"
}

wait_for_answer() {
  tries=0
  while [ $tries -lt 240 ]; do
    answers "$default_host" && return 0
    tries=$((tries + 1))
    sleep 0.25
    if [ "$1" != 0 ] && ! running "$1" dockerd; then break; fi
  done
  grep -v -e level=info -e level=warning "$log" 2>/dev/null | tail -n 2 >&2
  return 1
}

set_up() {
  lock engine
  found && return 0
  [ -x /usr/sbin/dockerd ] || have dockerd || install_distribution
  distribution=$(PATH=/usr/sbin:/usr/bin:$PATH command -v dockerd)
  version=$("$distribution" --version | sed -n 's/^Docker version \([^,+]*\).*/\1/p')
  chosen=$distribution
  if [ "$(major "$version")" -lt $oldest ]; then
    if unpack_current; then
      chosen=$engine_home/bin/dockerd
      link_buildx
    else
      say "could not fetch a current engine (see $drydock_home/apt.log): using the distribution's $version, without heredocs"
    fi
  fi
  docker=$(find_docker)
  say "starting $("$chosen" --version | cut -d, -f1) (log: $log)…"
  start "$chosen" && return 0
  if [ "$chosen" != "$distribution" ]; then
    say "it does not start here: using the distribution's $version, without heredocs"
    docker=/usr/bin/docker
    start "$distribution" && return 0
  fi
  die 3 "the engine does not answer on $default_host; its log is $log"
}

what_to_do() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    die 3 "no engine answers at DOCKER_HOST=$DOCKER_HOST: start it, or unset DOCKER_HOST"
  elif [ -S /var/run/docker.sock ] && [ ! -w /var/run/docker.sock ]; then
    die 3 "the engine's socket /var/run/docker.sock is closed to $(id -un): as root, 'usermod -aG docker $(id -un)', then log in again"
  elif is_debian; then
    die 3 "no container engine answers: run './drydock setup' as root (it installs docker.io), or start yours"
  else
    die 3 "no container engine answers: start Docker Desktop or dockerd (Docker Engine $oldest or newer), then try again"
  fi
}

case ${1:-up} in
  path)
    docker=$(find_docker)
    [ -n "$docker" ] || die 3 "no docker command found"
    printf '%s\n' "$docker"
    ;;
  up)
    if ! found; then
      if [ -n "${DOCKER_HOST:-}" ] || ! is_root || ! is_debian; then what_to_do; fi
      set_up
      found || die 3 "the engine does not answer; its log is $log"
    fi
    require_docker
    printf '%s\n' "$host"
    ;;
  *) die 2 "engine.sh: unknown argument '$1' (none, or path)" ;;
esac
