#!/bin/sh
# The images the exercises build on.
#
#   build.sh all|NAME…   gets those that are missing; a second time it takes under a second
#   build.sh list        their names, and what is there
#   build.sh remove      removes the stand-ins (never an official image)
#
# Where the engine reaches a registry, official images are pulled. Where it does not (found out once,
# within five seconds; DRYDOCK_OFFLINE=1 says so at once), stand-ins are built from Debian's packages under
# the same names. Each carries the label dev.drydock.standin=NAME and is noted in a ledger, because
# images built on it inherit its label.
set -u
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=grader/setup/common.sh
. "$here/../../grader/setup/common.sh"
engine_script=$here/../../grader/setup/engine.sh

ledger=$drydock_home/standins
logs=$drydock_home/logs
export DOCKER_BUILDKIT=1 BUILDX_NO_DEFAULT_ATTESTATIONS=1 BUILDKIT_PROGRESS=plain

# name, recipe, the stand-in it needs, further tags
table='
debian:trixie-slim   debian         -
alpine:3.22          alpine         debian:trixie-slim  alpine:latest
golang:1.27-alpine   golang-alpine  alpine:3.22
golang:1.27          golang         golang:1.27-alpine
busybox:1.37         busybox        alpine:3.22         busybox:latest
busybox:1.37-musl    busybox-musl   busybox:1.37        busybox:musl
node:24              node           debian:trixie-slim
node:24-slim         node-slim      node:24
node:24-alpine       node-alpine    node:24
nginx:1.29-alpine    nginx          alpine:3.22         nginx:alpine
'

names() { printf '%s\n' "$table" | awk 'NF { print $1 }'; }
field() { printf '%s\n' "$table" | awk -v name="$1" -v n="$2" '$1 == name { print $n }'; }
tags() { printf '%s\n' "$table" | awk -v name="$1" '$1 == name { print $1; for (i = 4; i <= NF; i++) print $i }'; }
size() { "$docker" image inspect --format '{{.Size}}' "$1" | awk '{ printf "%.0f MB", $1 / 1000000 }'; }

# The recipe's fingerprint, with those it builds on: a changed recipe means a new build.
sums=$(cd "$here" && find . -type f -path './*/*' -exec cksum {} + | LC_ALL=C sort -k3)
fingerprint() {
  chain=$1
  pattern=
  while [ "$chain" != - ]; do
    pattern="$pattern|$(field "$chain" 2)"
    chain=$(field "$chain" 3)
  done
  printf '%s\n' "$sums" | grep -E " \./(${pattern#|})/" | cksum | tr ' ' -
}

# One question to the engine for all of them: "ID RECIPE-FINGERPRINT TAGS" a line.
look() {
  # shellcheck disable=SC2046 # a list of names
  present=$("$docker" image inspect \
    --format '{{.Id}} {{with .Config}}{{index .Labels "dev.drydock.recipe"}}{{end}} {{range .RepoTags}}{{.}} {{end}}' \
    $(for name in $(names); do tags "$name"; done) 2>/dev/null)
  return 0 # it fails for each that is missing
}

# there NAME: an official image, or the stand-in as its recipe is now.
there() {
  for tag in $(tags "$1"); do
    line=$(printf '%s\n' "$present" | grep -F " $tag " | head -n 1)
    [ -n "$line" ] || return 1
    built=${line#* }
    built=${built%% *}
    [ -z "$built" ] || [ "$built" = "$(fingerprint "$1")" ] || return 1
  done
}

# Asks the engine, not this machine: they may be behind different walls.
registry_answers() {
  [ -z "${DRYDOCK_OFFLINE:-}" ] || return 1
  printf 'GET /distribution/busybox/json HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n' |
    bounded 5 "$docker" system dial-stdio 2>/dev/null | head -n 1 | grep -q ' 200 '
}

# watched LABEL LOG COMMAND…: runs it with its output in a file, and says now and then how far it is.
watched() {
  label=$1 log=$2
  shift 2
  "$@" >"$log" 2>&1 </dev/null 8>&- &
  job=$!
  trap 'kill $job 2>/dev/null; exit 143' TERM
  seconds=0
  while kill -0 $job 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    if [ $((seconds % 15)) = 0 ]; then
      step=$(grep '^#[0-9]* \[' "$log" | tail -n 1 | cut -c1-90 | sed 's/^#[0-9]* //')
      say "  $label … $seconds s ${step:+$step…}"
    fi
  done
  wait $job
}

pull() {
  for tag in $(tags "$1"); do
    log=$logs/$(field "$1" 2).log
    started=$(date +%s)
    watched "$tag" "$log" "$docker" pull "$tag" || { tail -n 3 "$log" >&2; die 3 "could not pull $tag"; }
    say "$tag: pulled in $(($(date +%s) - started)) s, $(size "$tag")"
  done
}

build() {
  recipe=$(field "$1" 2)
  log=$logs/$recipe.log
  started=$(date +%s)
  say "$1: building a stand-in…"
  if [ -x "$here/$recipe/build" ]; then
    set -- "$1" import "$1" "$here/$recipe/build"
  else
    set -- "$1" "$docker" build -f "$here/$recipe/Dockerfile" -t "$1" \
      --label "dev.drydock.standin=$1" --label "dev.drydock.recipe=$(fingerprint "$1")" "$here"
    for variable in http_proxy https_proxy no_proxy REGISTRY; do
      eval "[ -z \"\${$variable:-}\" ]" || set -- "$@" --build-arg $variable
    done
  fi
  name=$1
  before=$("$docker" image inspect --format '{{.Id}}' "$name" 2>/dev/null)
  shift
  watched "$name" "$log" "$@" || {
    tail -n 8 "$log" >&2
    die 3 "the stand-in for $name could not be built; the whole log is $log"
  }
  for tag in $(tags "$name"); do
    [ "$tag" = "$name" ] || "$docker" tag "$name" "$tag"
  done
  note "$name"
  # The one of an older recipe goes, unless something is built on it.
  [ -z "$before" ] || "$docker" image rm "$before" >/dev/null 2>&1
  say "$name: stand-in built in $(($(date +%s) - started)) s, $(size "$name")"
}

import() {
  file=$drydock_home/tmp/$$.tar
  mkdir -p "$drydock_home/tmp"
  "$2" "$file" && "$docker" import -c 'CMD ["bash"]' -c "LABEL dev.drydock.standin=$1" \
    -c "LABEL dev.drydock.recipe=$(fingerprint "$1")" \
    -c 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' "$file" "$1"
  status=$?
  rm -f "$file"
  return $status
}

# The ledger is written whole: two lanes of builds share it.
note() {
  (
    have flock && flock 7
    { grep -v " $1$" "$ledger" 2>/dev/null; printf '%s %s\n' "$("$docker" image inspect --format '{{.Id}}' "$1")" "$1"; } \
      >"$ledger.new" && mv "$ledger.new" "$ledger"
  ) 7>"$ledger.lock"
}

# get NAME…: one after the other, each after what it needs.
get() {
  for wanted in "$@"; do
    there "$wanted" && continue
    if [ "$source" = registry ]; then
      pull "$wanted"
    else
      needed=$(field "$wanted" 3)
      if [ "$needed" != - ] && ! there "$needed"; then
        (get "$needed") || exit
        look
      fi
      build "$wanted"
    fi
    look
  done
}

get_all() {
  if [ "$source" = registry ]; then
    # shellcheck disable=SC2046
    get $(names)
    return
  fi
  get debian:trixie-slim alpine:3.22
  # Two lanes: one is busy compiling while the other downloads and unpacks.
  (get golang:1.27-alpine golang:1.27 busybox:1.37 busybox:1.37-musl) &
  lane=$!
  trap 'kill $lane 2>/dev/null; exit 130' INT TERM
  (get node:24 node:24-slim node:24-alpine nginx:1.29-alpine)
  status=$?
  wait $lane || status=3
  return $status
}

remove() {
  [ -s "$ledger" ] || { say "no stand-ins are recorded in $ledger"; return; }
  kept=0
  while read -r id name; do
    # Only what is still the image noted: a pulled one may have taken the name since.
    for tag in $(tags "$name"); do
      [ "$("$docker" image inspect --format '{{.Id}}' "$tag" 2>/dev/null)" != "$id" ] ||
        "$docker" image rm "$tag" >/dev/null || kept=1
    done
  done <"$ledger"
  [ $kept = 0 ] || die 3 "some stand-ins are in use by containers: remove those first ('drydock clean')"
  rm -f "$ledger"
  say "stand-ins removed"
}

list() {
  for name in $(names); do
    state=missing
    if there "$name"; then
      state=official
      grep -q " $name\$" "$ledger" 2>/dev/null && state=stand-in
      state="$state, $(size "$name")"
    fi
    printf '%-20s %s\n' "$name" "$state"
  done
}

[ $# -gt 0 ] || die 2 "usage: build.sh all|NAME…|list|remove"
use_engine
mkdir -p "$logs" 2>/dev/null || die 3 "cannot write to $drydock_home"
look
case $1 in
  list) list ;;
  remove) lock bases && remove ;;
  *)
    [ "$1" != all ] || { all=yes; set --; }
    # A name may be any of an image's tags.
    chosen=''
    for name in "$@"; do
      case $name in *:*) ;; *) name=$name:latest ;; esac
      known=$(printf '%s\n' "$table" | awk -v tag="$name" '{ for (i = 1; i <= NF; i++) if (i != 2 && i != 3 && $i == tag) print $1 }')
      [ -n "$known" ] || die 2 "build.sh: no base image '$name' here; known: $(names | tr '\n' ' ')"
      chosen="$chosen $known"
    done
    missing=''
    for name in ${chosen:-$(names)}; do there "$name" || missing="$missing $name"; done
    [ -n "$missing" ] || exit 0
    lock bases
    look
    if registry_answers; then
      source=registry
      say "base images: pulling$missing"
    else
      source=packages
      say "base images: no registry answers the engine; building stand-ins from Debian's packages:$missing"
    fi
    # shellcheck disable=SC2086 # a list of names
    if [ -n "${all:-}" ]; then get_all; else get $chosen; fi
    ;;
esac
