"""The PDF process: the only place where PyMuPDF is used.

It answers one request after the other (`serving`, whose table says which function answers which request). A file can
crash it, hang it or fill its memory; whoever started it sees that, ends it and starts another. JavaScript, actions and
attached files of a PDF are left alone: nothing here asks MuPDF to follow them.
"""
