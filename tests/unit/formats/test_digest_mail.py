"""A digest as a message that every mail program reads, whatever its texts are."""

from base64 import b64encode
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InputError
from desktop.domain.mails import MailDraft, Recipient
from desktop.formats.digest_mail import again, compose, with_recipients

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
SKIP = '<a class="skip" href="#papers">Skip</a>'
PAGE = "<!doctype html><html><body class='digest'><h1>摘要</h1></body></html>"


def _draft(**changes: str | bytes | bool) -> MailDraft:
    values = {
        "sender": "Ada Lovelace <ada@example.org>",
        "subject": "cs.CV 摘要",
        "note": "",
        "text": "# 摘要\n",
        "page": PAGE,
    }
    return MailDraft(None, recipients=(), **{**values, **changes})  # type: ignore[arg-type]


def _read(message: bytes) -> EmailMessage:
    read = message_from_bytes(message, policy=default)
    assert isinstance(read, EmailMessage)
    return read


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_both_parts_hold_the_digest() -> None:
    message = _read(compose(_draft(), AT))

    assert message.get_content_type() == "multipart/alternative"
    assert _part(message, "plain") == "# 摘要\n"
    assert _part(message, "html").strip() == PAGE
    assert message["subject"] == "cs.CV 摘要"
    assert message["from"] == "Ada Lovelace <ada@example.org>"


def test_words_of_the_sender_stand_above_and_are_text() -> None:
    message = _read(compose(_draft(note="Dear <b>all</b>\nbye"), AT))

    assert _part(message, "plain").startswith("Dear <b>all</b>\nbye\n\n# 摘要")
    assert "Dear &lt;b&gt;all&lt;/b&gt;" in _part(message, "html")
    assert _part(message, "html").index("Dear") > _part(message, "html").index("<body")


def test_the_markdown_goes_along_to_the_byte() -> None:
    (attached,) = _read(
        compose(_draft(attachment_name="摘要 cs.CV.md", markdown="# 摘要\n".encode()), AT)
    ).iter_attachments()

    assert attached.get_filename() == "摘要 cs.CV.md"
    assert attached.get_payload(decode=True) == "# 摘要\n".encode()


def test_recipients_are_put_in_and_the_rest_stays_as_it_was() -> None:
    composed = compose(_draft(), AT)
    whole = with_recipients(
        composed, (Recipient("li@xn--fiqs8s.example", "李四"), Recipient("b@example.org", "B, Bob"))
    )

    assert whole.endswith(composed)
    assert [(one.display_name, one.addr_spec) for one in _read(whole)["to"].addresses] == [
        ("李四", "li@xn--fiqs8s.example"),
        ("B, Bob", "b@example.org"),
    ]


def test_hidden_recipients_stand_nowhere() -> None:
    people = (Recipient("bob@example.org", "Bob"), Recipient("carol@example.org"))
    whole = with_recipients(compose(_draft(hidden=True), AT), people)

    assert b"bob" not in whole
    assert _read(whole)["to"] == "undisclosed-recipients:;"


def test_one_recipient_alone_is_hidden_from_nobody() -> None:
    composed = compose(_draft(hidden=True), AT)
    whole = with_recipients(composed, (Recipient("bob@example.org", "Bob"),))

    assert _read(whole).get_all("to") == ["Bob <bob@example.org>"]
    assert b"undisclosed" not in whole


def test_old_servers_that_know_seven_bits_alone_can_pass_it_on() -> None:
    draft = _draft(sender="李四 <li@example.org>", text="一行\n" * 3 + "很长的一行" * 500, attachment_name="摘要.md")
    whole = with_recipients(compose(draft, AT), [Recipient(f"a{n}@example.org", f"王{n}, 五") for n in range(200)])

    assert whole.isascii()
    assert max(map(len, whole.split(b"\r\n"))) <= 998
    assert len(_read(whole)["to"].addresses) == 200
    assert b"\n" not in whole.replace(b"\r\n", b"")
    assert b"\r" not in whole.replace(b"\r\n", b"")


@pytest.mark.parametrize("sender", ["ada@example.org", "用户@example.org"])
@pytest.mark.parametrize(
    "subject", ["A" * 3000, "很长 的题目" * 60, "word " * 100, "=?utf-8?q?=41?=", "👩\u200d👩\u200d👧", " "]
)
def test_a_subject_comes_back_to_the_letter_on_short_lines(sender: str, subject: str) -> None:
    message = compose(_draft(sender=sender, subject=subject), AT)

    assert _read(message)["subject"] == subject[:300].strip()
    assert max(map(len, message.partition(b"\r\n\r\n")[0].split(b"\r\n"))) <= 998


def test_pictures_of_the_page_go_along_as_parts_that_it_names() -> None:
    picture = b64encode(b"\x89PNG picture").decode()
    shown = f'<body>{SKIP}<img src="data:image/png;base64,{picture}"><img src="data:image/png;base64,{picture}"></body>'
    message = _read(compose(_draft(page=shown, attachment_name="a.md"), AT))
    (related,) = (part for part in message.walk() if part.get_content_type() == "multipart/related")
    html, image = related.iter_parts()
    name = image["content-id"].strip("<>")

    assert image.get_content() == b"\x89PNG picture"
    assert html.get_content().count(f'src="cid:{name}"') == 2
    assert "data:" not in html.get_content()
    assert "Skip" not in html.get_content()
    assert [one.get_filename() for one in message.iter_attachments()] == ["a.md"]


def test_a_person_whose_name_before_the_at_is_not_ascii_is_written_in_utf8() -> None:
    whole = with_recipients(compose(_draft(), AT), (Recipient("用户@example.org"),))

    assert "To: 用户@example.org\r\n".encode() in whole


def test_sent_again_it_is_another_message_with_the_same_text() -> None:
    first = compose(_draft(), AT)
    second = again(first, datetime(2026, 11, 23, tzinfo=UTC))

    assert _read(first)["message-id"] != _read(second)["message-id"]
    assert _read(second)["message-id"].endswith("@example.org>")
    assert len(_read(second).get_all("date", [])) == 1
    assert first.partition(b"\r\n\r\n")[2] == second.partition(b"\r\n\r\n")[2]


def test_a_sender_without_an_address_is_refused() -> None:
    with pytest.raises(InputError):
        compose(_draft(sender="nobody"), AT)


@given(subject=st.text(max_size=300), name=st.text(max_size=100), file=st.text(max_size=80), note=st.text(max_size=200))
def test_no_text_brings_a_header_of_its_own(subject: str, name: str, file: str, note: str) -> None:
    draft = _draft(subject=subject + "\r\nBcc: eve@example.org", note=note, attachment_name=f"{file}\nX-Evil: 1.md")
    whole = with_recipients(compose(draft, AT), (Recipient("bob@example.org", " ".join(name.split())),))
    message = _read(whole)

    assert message["bcc"] is None
    assert "X-Evil" not in {header for part in message.walk() for header in part}
    assert [one.addr_spec for one in message["to"].addresses] == ["bob@example.org"]
    assert len(message.get_all("from", [])) == 1


@given(text=st.text(max_size=2000))
def test_every_text_is_read_as_it_was_written(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    message = _read(compose(_draft(text=plain, page=f"<body>{plain}"), AT))

    assert _part(message, "plain").rstrip("\n") == plain.rstrip("\n")
