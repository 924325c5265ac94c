# The index of server/domain/priority-index with its variants, as vectorised R: one matrix product per kind of column.
# Rscript index-robustness.R FIGURES.csv VARIANTS RUNS; prints the median milliseconds of the runs, then the share of variants with the own class by area.
arguments <- commandArgs(trailingOnly = TRUE)
raw <- as.matrix(read.csv(arguments[1]))
variants <- as.integer(arguments[2])
runs <- as.integer(arguments[3])
breaks <- c(-1, 1, 1.5)

deviation <- function(x, ...) sqrt(mean((x - mean(x, ...))^2, ...))
transforms <- list(
  Z = function(x) (x - mean(x, na.rm = TRUE)) / deviation(x, na.rm = TRUE),
  MINMAX = function(x) (x - min(x, na.rm = TRUE)) / diff(range(x, na.rm = TRUE)),
  RANK = function(x) (rank(x, na.last = "keep") - 1) / (sum(!is.na(x)) - 1)
)

# Scores of all variants at once: areas in rows, one column of weights per variant.
classes <- function(columns, weights) {
  present <- !is.na(columns)
  columns[!present] <- 0
  share <- present %*% weights
  scores <- (columns %*% weights) / share
  scores[share < 0.8 * rep(colSums(weights), each = nrow(columns)) - 1e-9] <- NA
  centre <- colMeans(scores, na.rm = TRUE)
  off <- sweep(scores, 2, centre)
  spread <- sqrt(colMeans(off^2, na.rm = TRUE))
  matrix(findInterval(sweep(off, 2, spread, "/"), breaks), nrow(columns))
}

robustness <- function() {
  k <- ncol(raw)
  columns <- lapply(transforms, function(transform) apply(raw, 2, transform))
  base <- classes(columns$Z, matrix(1, k, 1))[, 1]
  family <- (seq_len(variants) - 1) %% 3
  turn <- (seq_len(variants) - 1) %/% 3
  weights <- matrix(runif(k * variants, 0.75, 1.25), k)
  left <- which(family == 1)
  weights[cbind(turn[left] %% k + 1, left)] <- 0
  found <- matrix(NA, nrow(raw), variants)
  own <- family != 2
  found[, own] <- classes(columns$Z, weights[, own])
  found[, family == 2 & turn %% 2 == 0] <- classes(columns$MINMAX, weights[, family == 2 & turn %% 2 == 0])
  found[, family == 2 & turn %% 2 == 1] <- classes(columns$RANK, weights[, family == 2 & turn %% 2 == 1])
  list(
    share = rowSums(found == base, na.rm = TRUE) / variants,
    lowest = apply(found, 1, min, na.rm = TRUE),
    highest = apply(found, 1, max, na.rm = TRUE)
  )
}

set.seed(1)
# Its compiler has seen everything twice before it is timed.
suppressWarnings(for (warm in 1:3) robustness())
took <- numeric(runs)
for (run in seq_len(runs)) {
  started <- Sys.time()
  result <- suppressWarnings(robustness())
  took[run] <- as.numeric(Sys.time() - started, units = "secs") * 1000
}
cat(median(took), "\n")
cat(result$share, "\n")
