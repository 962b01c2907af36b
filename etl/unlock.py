"""Opening a workbook that is encrypted: with Excel's own default password, or with one that was given."""

import io

from etl.faults import fault
from etl.guard import OLE
from etl.refused import Refused
from etl.xls_records import has_password

# Excel encrypts a workbook "protected" without a password with this one, and opens it without asking.
DEFAULT_PASSWORD = "VelvetSweatshop"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_encrypted(content: bytes) -> bool:
    """Whether the bytes are an encrypted xlsx, an OLE file that holds a package of that name, or an encrypted xls."""
    return content.startswith(OLE) and (ENCRYPTED in content or has_password(content))


def unlock(content: bytes, password: str = "") -> bytes:
    """The workbook's own bytes. Tries Excel's default password, then the given one; raises Refused.

    Runs in the reading process: a hostile file can only spend that process's time and memory.
    """
    for each in dict.fromkeys((DEFAULT_PASSWORD, password)):
        if each and (opened := _opened(content, each)):
            return opened
    raise Refused(fault("wrong_password" if password else "password_protected"))


def _opened(content: bytes, password: str) -> bytes | None:
    import msoffcrypto

    out = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(content))
        office.load_key(password=password)
        office.decrypt(out)
    except MemoryError:
        raise
    except Exception:  # the library raises errors of many kinds for a wrong password and a broken file alike
        return None
    return out.getvalue()
