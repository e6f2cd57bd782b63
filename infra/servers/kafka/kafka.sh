#!/usr/bin/env bash
# A real Apache Kafka (KRaft) on loopback, without containers. Needs Java 17+, and Maven the first time.
#   kafka.sh [options] start [N]   N brokers (default 1); prints KAFKA_BROKERS=host:port,...
#   kafka.sh [options] stop [I]    all brokers, or broker I (from 1): a clean stop
#   kafka.sh [options] kill I      broker I dies as in a power cut (SIGKILL)
#   kafka.sh [options] up I        broker I comes back with its data, on its port
#   kafka.sh [options] reset       stop and forget all data
#   kafka.sh [options] status
#   kafka.sh fetch                 only get the jars (43 MB)
#   kafka.sh [options] home FOLDER  FOLDER/bin with the commands that infra/kafka/start.sh calls
# Options: --dir DIR    data, logs, pids (default: in the user's cache)
#          --port P     first port (default 9092; others follow, a taken one is passed over)
#          --heap SIZE  of each broker (default 512m)
#          --owner PID  brokers die with that process
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/minh-bach
dir=$cache/kafka heap=512m port=9092 owner=
while [[ ${1:-} == --* ]]; do
  case $1 in
    --dir) dir=$2 ;; --port) port=$2 ;; --heap) heap=$2 ;; --owner) owner=$2 ;;
    *) echo "unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
lib=$cache/kafka-$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$here/pom.xml")
# A broker of a test lives for a minute or two: to start with half the work counts more than top speed.
jvm=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true)
log4j=-Dlog4j2.configurationFile=$here/log4j2.yaml

port_of() { cat "$dir/$1/port"; }
pid_of()  { cat "$dir/$1/pid" 2>/dev/null || true; }
alive()   { local p; p=$(pid_of "$1"); [[ -n $p ]] && kill -0 "$p" 2>/dev/null; }
known()   { for d in "$dir"/[0-9]*; do [[ -d $d ]] && basename "$d"; done | sort -n; }
some_alive() { for i in $(known); do if alive "$i"; then return; fi; done; return 1; }
taken()   { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

fetch() { # into a folder of its own, then renamed: two that fetch at once end with whole jars
  [[ -d $lib ]] && return
  local partial=$lib.$$
  mkdir -p "$partial"
  mvn -q -B -f "$here/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$partial" >&2
  mv -T "$partial" "$lib" 2>/dev/null || rm -rf "$partial"
}

home() { # as the official image has it, over the jars
  fetch
  mkdir -p "$1/bin"
  local each
  for each in kafka-storage:kafka.tools.StorageTool kafka-server-start:kafka.Kafka; do
    printf '#!/usr/bin/env bash\nexec java -Xmx%s %s -cp %q/\\* %q %s "$@"\n' \
      "$heap" "${jvm[*]}" "$lib" "$log4j" "${each#*:}" > "$1/bin/${each%:*}.sh"
    chmod +x "$1/bin/${each%:*}.sh"
  done
}

choose_ports() { # for N brokers, each with a second port for its controller
  local i
  for i in $(seq "$1"); do
    while taken "$port" || taken $((port + 1)); do port=$((port + 2)); done
    mkdir -p "$dir/$i/data"
    echo "$port" > "$dir/$i/port"
    port=$((port + 2))
  done
}

configure() { # broker I of N
  local i=$1 n=$2 voters="" replicas=$(( $2 < 3 ? $2 : 3 )) k
  for k in $(seq "$n"); do voters+="${voters:+,}$k@127.0.0.1:$(( $(port_of "$k") + 1 ))"; done
  cat > "$dir/$i/server.properties" <<P
process.roles=broker,controller
node.id=$i
controller.quorum.voters=$voters
listeners=PLAINTEXT://127.0.0.1:$(port_of "$i"),CONTROLLER://127.0.0.1:$(( $(port_of "$i") + 1 ))
advertised.listeners=PLAINTEXT://127.0.0.1:$(port_of "$i")
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs=$dir/$i/data
num.network.threads=2
num.io.threads=4
auto.create.topics.enable=false
default.replication.factor=$replicas
min.insync.replicas=$(( replicas > 2 ? 2 : 1 ))
offsets.topic.replication.factor=$replicas
offsets.topic.num.partitions=5
transaction.state.log.replication.factor=$replicas
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=5
share.coordinator.state.topic.replication.factor=$replicas
share.coordinator.state.topic.min.isr=1
# Kafka waits 3 s at a first join; tests do not.
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.segment.bytes=268435456
# Kafka makes each index 10 MB long at once; specs read every file of a broker.
log.index.size.max.bytes=1048576
log.cleaner.dedupe.buffer.size=33554432
P
  [[ -f $dir/$i/data/meta.properties ]] && return
  java "${jvm[@]}" -cp "$lib/*" "$log4j" kafka.tools.StorageTool format -t "$(cluster_id)" \
    -c "$dir/$i/server.properties" --ignore-formatted > "$dir/$i/format.log" 2>&1 || { cat "$dir/$i/format.log" >&2; return 1; }
}

cluster_id() { # 16 random bytes in URL-safe base64, as Kafka wants it
  [[ -f $dir/cluster-id ]] || head -c 16 /dev/urandom | base64 | tr '+/' 'AB' | cut -c 1-22 > "$dir/cluster-id"
  cat "$dir/cluster-id"
}

up() {
  alive "$1" && return
  : > "$dir/$1/log"
  nohup java "-Xms$heap" "-Xmx$heap" "${jvm[@]}" "-Dkafka.logs.dir=$dir/$1" "$log4j" -cp "$lib/*" \
    kafka.Kafka "$dir/$1/server.properties" >> "$dir/$1/log" 2>&1 < /dev/null &
  local broker=$!
  echo "$broker" > "$dir/$1/pid"
  if [[ -n $owner ]]; then watch_owner "$broker" > /dev/null 2>&1 < /dev/null & fi
}

watch_owner() {
  while kill -0 "$owner" && kill -0 "$1"; do sleep 1; done
  kill -KILL "$1"
}

ready() {
  for _ in $(seq 450); do
    grep -q 'Kafka Server started' "$dir/$1/log" 2>/dev/null && return
    alive "$1" || break
    sleep 0.2
  done
  tail -30 "$dir/$1/log" >&2
  echo "broker $1 did not start" >&2
  return 1
}

down() { # broker, signal
  local p; p=$(pid_of "$1"); rm -f "$dir/$1/pid"; [[ -n $p ]] || return 0
  kill "-$2" "$p" 2>/dev/null || return 0
  for _ in $(seq 150); do kill -0 "$p" 2>/dev/null || return 0; sleep 0.2; done
  kill -KILL "$p" 2>/dev/null || true
}

start() {
  local n=$1 i list=""
  fetch
  some_alive || choose_ports "$n"
  for i in $(seq "$n"); do configure "$i" "$n"; done
  for i in $(seq "$n"); do up "$i"; done
  for i in $(seq "$n"); do ready "$i"; list+="${list:+,}127.0.0.1:$(port_of "$i")"; done
  echo "KAFKA_BROKERS=$list"
}

case ${1:-} in
  fetch) fetch ;;
  home) home "${2:?which folder}" ;;
  start) start "${2:-1}" ;;
  stop) for i in ${2:-$(known)}; do down "$i" TERM & done; wait ;;
  kill) down "${2:?which broker}" KILL ;;
  up) up "${2:?which broker}"; ready "$2" ;;
  reset) for i in $(known); do down "$i" KILL; rm -rf "${dir:?}/$i"; done; rm -f "$dir/cluster-id" ;;
  status) for i in $(known); do alive "$i" && echo "$i up 127.0.0.1:$(port_of "$i") pid $(pid_of "$i")" || echo "$i down"; done ;;
  *) sed -n '2,15s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
