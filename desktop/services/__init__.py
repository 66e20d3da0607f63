"""One use case a module: plain synchronous code, without Qt, SQL, HTTP or file formats."""
