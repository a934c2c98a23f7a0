"""Steps by which a document's text becomes a heading tree: lines, zones, blocks, tree."""
