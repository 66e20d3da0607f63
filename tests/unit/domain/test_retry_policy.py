"""Failures that pass are tried again after growing pauses, the others are final."""

import pytest

from desktop.domain.errors import AppError, FileError, NetworkError, PdfError, Reason
from desktop.domain.network import PACE_S
from desktop.domain.retry_policy import GIVE_UP_AFTER, next_try_ms, stops_all

NOW = 1_790_000_000_000
PASSING = [
    Reason.TIMED_OUT,
    Reason.SERVER_FAILED,
    Reason.BAD_ANSWER,
    Reason.PDF_CUT,
    Reason.PDF_UNREAD,
    Reason.NOT_A_PDF,
]
NO_WAY = [Reason.OFFLINE, Reason.BUSY, Reason.DISK_FULL, Reason.WEB_PAGE]
FINAL = sorted(set(Reason) - set(PASSING) - set(NO_WAY))


def pause_s(error: AppError, failures: int, pace_s: float = PACE_S) -> float | None:
    at = next_try_ms(error, failures, NOW, pace_s)
    return None if at is None else (at - NOW) / 1000


@pytest.mark.parametrize("reason", PASSING)
def test_what_passes_is_tried_again_after_growing_pauses_and_given_up_in_the_end(reason: Reason) -> None:
    pauses = [pause_s(NetworkError(reason), failures) for failures in range(GIVE_UP_AFTER)]
    assert pauses == [15, 30, 60, 120, 240, 480, 960, None]
    assert not stops_all(NetworkError(reason))


@pytest.mark.parametrize("reason", NO_WAY)
def test_without_a_way_to_the_server_all_wait_and_nothing_is_given_up(reason: Reason) -> None:
    error = AppError(reason)
    assert stops_all(error)
    pauses = [pause for failures in range(1000) if (pause := pause_s(error, failures)) is not None]
    assert len(pauses) == 1000
    assert pauses == sorted(pauses)
    assert pauses[0] == 15
    assert pauses[-1] == (3600 if reason in (Reason.BUSY, Reason.WEB_PAGE) else 300)


@pytest.mark.parametrize("reason", FINAL)
def test_everything_else_is_final(reason: Reason) -> None:
    assert next_try_ms(AppError(reason), 0, NOW) is None
    assert not stops_all(AppError(reason))


def test_no_pause_is_shorter_than_the_server_asks() -> None:
    assert pause_s(NetworkError(Reason.BUSY, retry_after_s=90.5), 0) == 90.5
    assert pause_s(NetworkError(Reason.BUSY, retry_after_s=2), 3) == 120


def test_a_server_on_this_computer_is_tried_again_sooner() -> None:
    assert pause_s(NetworkError(Reason.TIMED_OUT), 2, pace_s=0.05) == 1.0


def test_errors_of_files_are_judged_by_their_reason_alone() -> None:
    assert stops_all(FileError(Reason.DISK_FULL))
    assert next_try_ms(FileError(Reason.NOT_WRITABLE), 0, NOW) is None
    assert pause_s(PdfError(Reason.PDF_CUT), 1) == 30
