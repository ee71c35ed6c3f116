"""``python -m uspak``: the command ``uspak``, also where its own script is not found."""

import sys

from uspak.cli import main

if __name__ == "__main__":
    sys.exit(main())
