"""`python -m xuequ.generate`."""

import sys

from xuequ.generate.files import main

sys.exit(main(sys.argv[1:]))
