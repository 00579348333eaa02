"""Prints the events of one service. Run: pip install kafka-python; python consumer.py BROKERS TOPIC [GROUP]"""
import json
import sys

from kafka import KafkaConsumer

brokers, topic, *group = sys.argv[1:]
KNOWN = {("LeadReceived", 1), ("CaseFiled", 1), ("DecisionMade", 1)}  # what this program understands; docs/generated/asyncapi.json

consumer = KafkaConsumer(
    topic,
    bootstrap_servers=brokers.split(","),
    group_id=group[0] if group else "example",  # a name of its own: it takes nothing away from the services
    auto_offset_reset="earliest",
    enable_auto_commit=False,
    consumer_timeout_ms=10_000,
)
seen = set()
for message in consumer:
    headers = {name: value.decode() for name, value in message.headers}
    if headers["ce_type"] != "liandun.commit.v1":
        sys.exit(f"{headers['ce_id']} is {headers['ce_type']}: stop and upgrade, never skip")
    if headers["ce_id"] not in seen:  # at least once: the same commit may come again
        seen.add(headers["ce_id"])  # a real program keeps this with its own effect
        commit = json.loads(message.value)
        for event in commit["events"]:
            mark = "" if (event["type"], event.get("version")) in KNOWN else " (not understood)"
            print(commit["occurredAt"], commit["kind"], commit["record"], event["type"], event.get("version"), mark)
    consumer.commit()  # after the effect
print(f"{len(seen)} commits")
