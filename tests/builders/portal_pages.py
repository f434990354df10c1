"""Pages of portals as they are saved under the name .xls, with made-up figures."""

from collections.abc import Sequence

HEAD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook>'
    "<x:ExcelWorksheets><x:ExcelWorksheet><x:Name>table</x:Name></x:ExcelWorksheet></x:ExcelWorksheets>"
    "</x:ExcelWorkbook></xml><![endif]--><style>td {color: red}</style></head><body>"
)


def table(*rows: Sequence[str], tag: str = "td") -> str:
    """A table of these rows."""
    return f"<table><tbody>{''.join(line(row, tag) for row in rows)}</tbody></table>"


def line(cells: Sequence[str], tag: str = "td") -> str:
    """A row of these cells; one that begins with "<" is taken as it is."""
    return "<tr>" + "".join(c if c.startswith("<t") else f"<{tag}>{c}</{tag}>" for c in cells) + "</tr>"


def in_four(
    corner: str, names: Sequence[str], headers: Sequence[Sequence[str]], figures: Sequence[Sequence[str]]
) -> str:
    """A table that scrolls: corner, names, headers and figures in tables of their own, within others."""
    left = table([f'<th rowspan="{len(headers)}">{corner}</th>']) + table(*([name] for name in names))
    right = table(*headers, tag="th") + table(*figures)
    return (
        f'{HEAD}<table><table class="hasil"><tbody><tr><td><div><div>{left}</div></div>'
        f"<div><div>{right}</div></div></td></tr></tbody></table></table></body></html>"
    )


def web_archive(*pages: tuple[str, str]) -> bytes:
    """A workbook that was saved as one web page: pairs of a sheet's name and the body of its page."""
    named = "".join(
        f'<x:ExcelWorksheet><x:Name>{name}</x:Name><x:WorksheetSource HRef=3D"Rekap_files/sheet{n}.htm"/>'
        for n, (name, _) in enumerate(pages, 1)
    )
    parts = [_part("Rekap.htm", f"<html><xml>{named}</xml></html>")]
    parts += [
        _part(f"Rekap_files/sheet{number}.htm", body.replace("=", "=3D"))
        for number, (_, body) in enumerate(pages, 1)
    ]
    joined = "".join(f"--BATAS\r\n{part}\r\n" for part in parts)
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="BATAS"\r\n\r\n'
    return (head + joined + "--BATAS--\r\n").encode("ascii")


def _part(location: str, body: str) -> str:
    return (
        f"Content-Location: file:///C:/x/{location}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f'Content-Type: text/html; charset="us-ascii"\r\n\r\n{body}\r\n'
    )
