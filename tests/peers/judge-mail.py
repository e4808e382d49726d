"""Judges a mail from standard input: `judge-mail.py NAME RECORD`, where NAME is the only name that DNS knows and RECORD is its text."""
import json
import re
import sys
from email import policy
from email.parser import BytesParser

import dkim

name, record = sys.argv[1], sys.argv[2]
raw = sys.stdin.buffer.read()


def dns(asked, timeout=5):
    asked = asked.decode() if isinstance(asked, bytes) else asked
    return record.encode() if asked.rstrip(".") == name else None


try:
    verified = dkim.verify(raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), dnsfunc=dns)
except dkim.DKIMException as error:
    verified = False

message = BytesParser(policy=policy.default).parsebytes(raw)
parts = list(message.walk())
print(json.dumps({
    "verified": verified,
    "signed": re.sub(r"\s", "", re.search(r"\bh=([^;]*)", message.get("dkim-signature", "") + " h=").group(1)).lower().split(":"),
    "defects": [repr(defect) for part in parts for defect in part.defects] + [repr(defect) for value in message.values() for defect in value.defects],
    "types": [part.get_content_type() for part in parts],
    "words": [part.get_content() for part in parts if not part.is_multipart()],
    "from": [[address.display_name, address.addr_spec] for address in message["from"].addresses],
    "to": [address.addr_spec for address in message["to"].addresses],
    "subject": str(message["subject"]),
    "unsubscribe": message["list-unsubscribe"] and message["list-unsubscribe"].strip(),
    "oneClick": message["list-unsubscribe-post"],
    "longestLine": max(len(line) for line in raw.split(b"\n")),
}))
