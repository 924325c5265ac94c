# Writes r.csv: natural breaks, Wilson intervals, Mann-Kendall and dissimilarity with base R and classInt.
# Reads the inputs as written by inputs-for-r.py, because base R has no reader for JSON.
library(classInt)

source("inputs.R")
rows <- list()
tell <- function(method, name, key, value) {
  rows[[length(rows) + 1]] <<- data.frame(method, name, key, value = format(value, digits = 15))
}

tell("made-with", "R", "version", paste(R.version$major, R.version$minor, sep = "."))
tell("made-with", "classInt", "version", as.character(packageVersion("classInt")))

for (one in classes) {
  found <- classIntervals(one$values, n = one$k, style = "fisher")
  sorted <- sort(one$values)
  # classInt puts a break half way between two classes: the first figure of the upper class is compared.
  lower <- found$brks[2:one$k]
  for (index in seq_along(lower)) tell("natural-breaks", one$name, index, min(sorted[sorted >= lower[index]]))
}

for (one in series) {
  # Mann-Kendall is Kendall's test against time; cor.test gives its z and p with ties and continuity correction.
  test <- suppressWarnings(cor.test(seq_along(one$values), one$values, method = "kendall", exact = FALSE, continuity = TRUE))
  tell("mann-kendall", one$name, "tauB", unname(test$estimate))
  tell("mann-kendall", one$name, "z", unname(test$statistic))
  tell("mann-kendall", one$name, "p", test$p.value)
  pairs <- combn(length(one$values), 2)
  slopes <- (one$values[pairs[2, ]] - one$values[pairs[1, ]]) / (pairs[2, ] - pairs[1, ])
  tell("theil-sen", one$name, "slope", median(slopes))
}

for (one in shares) {
  interval <- suppressWarnings(prop.test(one[1], one[2], correct = FALSE)$conf.int)
  tell("wilson", paste(one, collapse = "/"), "low", interval[1])
  tell("wilson", paste(one, collapse = "/"), "high", interval[2])
}

for (one in groups) {
  # Half the Manhattan distance of the two distributions, by R's own dist().
  x <- one$group / sum(one$group)
  y <- (one$total - one$group) / sum(one$total - one$group)
  tell("dissimilarity", one$name, "D", as.numeric(dist(rbind(x, y), method = "manhattan")) / 2)
}

write.csv(do.call(rbind, rows), "r.csv", row.names = FALSE, quote = c(1, 2, 3))
