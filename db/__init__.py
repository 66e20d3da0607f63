"""The library file: schema, migrations, reading, writing and searching. Imports of `desktop` nothing but
`desktop.domain`.
"""
