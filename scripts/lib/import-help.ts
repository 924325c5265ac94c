/** What `npm run import -- --help` prints. */
export const importHelp = `npm run import -- DATEI --as ART … [--dry-run]

Liest CSV, XLSX, GeoJSON, GeoPackage, gezippte Shapefiles und OpenStreetMap-PBF in die Datenbank (DATA_DIR oder DATABASE_URL).
Der Inhalt der Datei entscheidet über das Format. Was nicht passt, wird mit Zeilennummer und Grund genannt.

Was es ist
  --as areas            Gebiete einer Ebene
  --as indicator        Kennzahlen je Gebiet, breit (Spalte je Jahr) oder lang (Spalte mit dem Jahr)
  --as records:ART      Objekte einer Art, etwa records:facilities
  --as layer:NAME       beliebige Kartenebene; layer:base ist die Grundkarte (Spalte class)
  --as grid             Bevölkerungsgitter: Zellen des Zensus oder Punkte von Baublöcken und Gebäuden
  --as network          Wegenetz zu Fuß, aus OpenStreetMap (.osm.pbf) oder Linien mit dem Merkmal highway
  --spec DATEI.json     alle Angaben aus einer Datei; weitere Optionen haben Vorrang
  --source NAME         beschriebene Quelle aus geodata/sources: stuttgart-areas, stuttgart-population
                        (lädt die Datei, wo das Netz es erlaubt; --address ADRESSE nimmt eine andere)

Herkunft (immer nötig) und Freigabe
  --source-text TEXT  --licence TEXT  --reference-date DATUM  [--note TEXT]
  --released "Statistisches Amt, 2026-01-31"   ohne diese Angabe bleiben Zahlen und Gebiete intern

Lesen
  --layer NAME          Ebene eines GeoPackage, Blatt einer Tabelle, Shapefile in einem Archiv
  --crs 4326|25832|31467|3035|3857   wenn die Datei keines oder ein falsches nennt
  --encoding utf-8|windows-1252   --separator ";"   --decimal comma|point
  --header-row 5        Zeile der Spaltennamen, wenn Überschriften darüber stehen
  --skip-bad-rows       fehlerhafte Zeilen überspringen und nennen (sonst wird nichts gespeichert)
  --repair              ungültige Flächen reparieren und nennen
  --dry-run             alles prüfen, nichts schreiben
  --report DATEI.json   der ganze Bericht mit jeder beiseitegelegten Zeile

Gebiete
  --level district|subdistrict|…  --number SPALTE  --name-column SPALTE  [--number-width 2]
  --parent SPALTE [--parent-width 2] oder --parent-level district (nach Lage)
  --boundary-version TEXT   --without-geometry (nur Liste)   --size "SPALTE*100" (Größe in Hektar)

Kennzahlen
  --level EBENE  --area-number SPALTE und/oder --area-name SPALTE  [--city Stuttgart]
  --value "SPALTE*100@2024"  (Faktor und Jahr, Stichtag oder Schuljahr nach Bedarf; mehrfach)
  --period SPALTE           bei langen Tabellen
  --code kennung  --name "Deutsch|English"  --unit "%"  --kind rate|count|mean|index|supply
  --direction HIGH_IS_BURDEN|HIGH_IS_RESOURCE|NEUTRAL  --decimals 1  --theme environment|…
  oder --indicator DEFINITION.json
  Geheimhaltung von Anzahlen und Anteilen von Menschen, mit Bericht am Ende:
  --protected               Schwelle 5, unterhalb der Stadtteile 10, mit Sperrung weiterer Werte
  --threshold 3  --small-area-threshold 10   andere Schwellen;  --rounding 5   runden statt sperren
  --decided "Statistisches Amt, 2026-01-31[, GRDrs 12/2026]"   wer andere Schwellen beschlossen hat

Objekte
  --map feld=SPALTE         oder --map "address={street}, {postcode} Stuttgart"
  --set type=GRUNDSCHULE    fester Wert
  --where "amenity=kindergarten"  nur Zeilen mit diesem Wert
  --values "type:Gymnasium=SEK"   Übersetzung einzelner Werte; --values "type:*=SEK" für alle übrigen
  --key SPALTE  --x SPALTE --y SPALTE  --district SPALTE  --department AMT  --state ZUSTAND
  --keep-without-geometry   auch ohne Koordinaten übernehmen
  --dataset ENDUNG          mehrere Quellen einer Art nebeneinander: records-facilities-ENDUNG

Bevölkerungsgitter (bleibt immer intern; Zeilen außerhalb der Gebiete der Stadt werden gezählt und weggelassen)
  Spalten wie GITTER_ID_100m, Einwohner, Unter3, a3bis5, a65undaelter werden erkannt, sonst
  --key SPALTE  --residents SPALTE  --ages "SPALTE=0-3,SPALTE2=3-6,SPALTE3=65-"  (Punkte: --x SPALTE --y SPALTE)
  --with DATEI              Altersgruppen derselben Zellen aus einer weiteren Datei (mehrfach)
  --perturbed-by-publisher "Zensus 2022, Cell-Key"   Anzahlen sind schon verändert; sonst werden sie auf
                            Vielfache von 3 gerundet, wobei die Summen der Gebiete erhalten bleiben

Wegenetz
  --within WEST,SÜD,OST,NORD   in Grad; ohne Angabe entscheiden die geladenen Gebiete (mit gut 1 km ringsum)

Ausgang: 0 übernommen, 1 abgelehnt (nichts gespeichert), 2 falsch aufgerufen.
Beispiele: server/datasets/README.md`;
