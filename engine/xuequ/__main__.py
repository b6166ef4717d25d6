"""`python -m xuequ` is the same as `xuequ`."""

from xuequ.cli import main

if __name__ == "__main__":
    main()
