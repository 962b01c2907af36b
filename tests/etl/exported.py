"""Files named .xls that are no workbooks of Excel's own, as councils' systems export them: (file name, bytes)."""

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><title>Export</title>
<style>td {color: red}</style>
</head><body><h1>Nuisance calls 2022/23</h1>
<table><tr><th colspan=2>Area</th><th rowspan=2>Calls</th><th rowspan=2>Change<br>on the year</th></tr>
<tr><th>Code</th><th>Name</th></tr>
<tr><td>E07000066<td>Basildon &amp; villages<td x:num="1234.5">1,235<td>-3.5%</tr>
<tr><td>E07000067</td><td> Brain<b>tree</b> </td><td>&nbsp;</td><td>4.0%</td></tr>
<tr><td colspan=2><b>Total</b></td><td>1,300</td><td>0.5%</td></tr></table>
<p>Source: a control room</p></body></html>"""
CELLS = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Worksheet ss:Name="Visits"><Table><Column ss:Index="2" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Visits to centres</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">Area</Data></Cell><Cell><Data ss:Type="String">Code</Data></Cell>
<Cell><Data ss:Type="String">2019/20</Data></Cell><Cell><Data ss:Type="String">Opened</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Harlow</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="Number">12.5</Data></Cell>
<Cell><Data ss:Type="DateTime">2019-04-01T00:00:00.000</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Maldon</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">7</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Lists"><Table/>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
</Workbook>"""


def web_page():
    return "asb.xls", PAGE.encode()


def web_page_of_two_byte_letters():
    return "asb.xls", PAGE.encode("utf-16")


def two_tables_on_a_page():
    table = "<table><tr><th>Area</th><th>{}</th></tr><tr><td>Harlow</td><td>1</td></tr></table>"
    return "two.xls", f"<body>{table.format('Fires')}<p>Second</p>{table.format('Alarms')}</body>".encode()


def xml_of_2003():
    return "visits.xls", CELLS.encode()


def unmarked_utf_16():
    return "plain.csv", "Area,2019/20,2020/21\r\nHarlow,1,2\r\nMaldon,3,4\r\n".encode("utf-16-le")
