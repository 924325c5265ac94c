#!/bin/sh
# Makes the stored reference values anew. Debian 12: apt-get install python3-scipy python3-statsmodels r-base-core r-cran-classint r-cran-spdep
set -eu
cd "$(dirname "$0")"
/usr/bin/python3 make-inputs.py
/usr/bin/python3 with-scipy.py
/usr/bin/python3 inputs-for-r.py
Rscript with-r.R
/usr/bin/python3 make-lattices.py
Rscript with-spdep.R
rm inputs.R lattices.R
npx biome format --write .
