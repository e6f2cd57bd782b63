#!/usr/bin/env bash
# testcontainers on podman's socket, with an image that is built here: no registry is asked. Needs root,
# podman, runc and busybox-static. Where podman itself cannot run a container, it says why, and that this is
# left out; all else that goes wrong is a failure.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
socket=$folder/podman.sock
service=
store=(--root "$folder/root" --runroot "$folder/run" --storage-driver vfs)
podman() { timeout 60 podman "${store[@]}" "$@"; }
end() {
  [[ -z $service ]] || kill "$service" 2> /dev/null || true
  [[ -z $service ]] || wait "$service" 2> /dev/null || true
  podman rm --all --force --time 0 > /dev/null 2>&1 || true
  rm -rf "$folder" 2> /dev/null || true
}
trap end EXIT
left_out() { echo "LEFT OUT: testcontainers on podman: $1"; exit 0; }

# What a machine without systemd and without overlay file systems can do.
cat > "$folder/containers.conf" <<'C'
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
C
export CONTAINERS_CONF=$folder/containers.conf
cp "$(command -v busybox)" "$here/Dockerfile" "$folder"
tried=$(podman build --quiet --tag docker.io/library/minh-bach-smoke "$folder" 2>&1) \
  || left_out "podman builds no image here: $(tail -1 <<< "$tried")"
tried=$(podman run --rm docker.io/library/minh-bach-smoke /bin/busybox true 2>&1) \
  || left_out "podman runs no container here: $(tail -1 <<< "$tried")"

command podman "${store[@]}" system service --time 0 "unix://$socket" \
  > "$folder/service.log" 2>&1 &
service=$!
for _ in $(seq 50); do [[ -S $socket ]] && break; sleep 0.1; done
# Its helper is an image of a registry.
DOCKER_HOST=unix://$socket TESTCONTAINERS_RYUK_DISABLED=true timeout 60 node "$here/smoke.mjs" \
  || { tail -20 "$folder/service.log" >&2; exit 1; }
