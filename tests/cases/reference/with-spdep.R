# Writes spdep.csv: queen contiguity of polygons, Moran's I and its permutation p by spdep.
suppressMessages({
  library(sf)
  library(spdep)
})

source("lattices.R")
rows <- list()
tell <- function(name, key, value) {
  rows[[length(rows) + 1]] <<- data.frame(name, key, value = format(value, digits = 15))
}

tell("spdep", "version", as.character(packageVersion("spdep")))
set.seed(1)
for (one in lattices) {
  shapes <- st_sfc(lapply(one$rings, function(ring) st_polygon(list(ring))))
  neighbours <- poly2nb(shapes, queen = TRUE, snap = 1e-9)
  weights <- nb2listw(neighbours, style = "W")
  tell(one$name, "links", sum(card(neighbours)))
  tell(one$name, "I", unname(moran.test(one$values, weights)$estimate[1]))
  # Permutations without the observed order, which moran.mc puts last.
  drawn <- head(moran.mc(one$values, weights, nsim = 9999)$res, -1)
  found <- unname(moran.test(one$values, weights)$estimate[1])
  expected <- -1 / (length(one$values) - 1)
  tell(one$name, "p", (sum(abs(drawn - expected) >= abs(found - expected)) + 1) / (9999 + 1))
}

write.csv(do.call(rbind, rows), "spdep.csv", row.names = FALSE, quote = c(1, 2))
