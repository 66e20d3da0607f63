"""The canaries: what must be found in no file."""

KEY = "sk-canary/4711+Zq="
PASSWORD = "canary wörd/+&=7"
