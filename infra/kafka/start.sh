#!/usr/bin/env bash
# The broker of docker-compose.yml, and of the tests of services apart: one node, at which each client
# signs in by SCRAM. Its users are made when its storage is formatted; `mb prepare` makes the topics and
# says who may do what. Only the broker's own listeners, on its loopback, take a client without a name.
set -euo pipefail
home=${KAFKA_HOME:-/opt/kafka}
data=${KAFKA_DATA:-/var/lib/kafka/data}
# A file `kafka-password-NAME` for each user; `operator` may do everything.
secrets=${KAFKA_SECRETS:-/run/secrets}
bind=${KAFKA_BIND-}
host=${KAFKA_HOST:-kafka}
port=${KAFKA_PORT:-9092}
config=$(mktemp)

cat > "$config" <<P
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$((port + 1))
listeners=CLIENTS://$bind:$port,CONTROLLER://127.0.0.1:$((port + 1)),OWN://127.0.0.1:$((port + 2))
advertised.listeners=CLIENTS://$host:$port,OWN://127.0.0.1:$((port + 2))
listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT,OWN:PLAINTEXT
controller.listener.names=CONTROLLER
inter.broker.listener.name=OWN
sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:operator;User:ANONYMOUS
log.dirs=$data
auto.create.topics.enable=false
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
${KAFKA_MORE-}
P

if [[ -f $data/meta.properties ]]; then
  if [[ ! -f $data/users-made ]]; then
    echo "the storage in $data was formatted without users; Kafka needs no backup: remove the volume, and start again" >&2
    exit 1
  fi
else
  users=()
  for file in "$secrets"/kafka-password-*; do
    users+=(--add-scram "SCRAM-SHA-512=[name=${file##*/kafka-password-},password=$(cat "$file")]")
  done
  "$home/bin/kafka-storage.sh" format --cluster-id "$("$home/bin/kafka-storage.sh" random-uuid | tail -1)" \
    --config "$config" "${users[@]}"
  touch "$data/users-made"
fi
exec "$home/bin/kafka-server-start.sh" "$config"
