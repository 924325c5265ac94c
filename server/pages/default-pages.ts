import type { PageName } from "#domain/text/page-names.ts";
import type { PageSection } from "./site-pages.ts";

/**
 * Honest templates: what the program does is stated, what only the city knows stands in square brackets. The
 * accessibility statement follows the model statement of Implementing Decision (EU) 2018/1523 and names the bodies
 * of Baden-Württemberg (L-BGG § 10, L-BGG-DVO).
 */
export const defaultPages: Readonly<Record<PageName, readonly PageSection[]>> = {
  help: [
    {
      heading: { de: "Was zeigt die Karte?", en: "What does the map show?" },
      paragraphs: [
        {
          de: "Die Karte zeigt Zahlen für Gebiete der Stadt. Sie zeigt auch Orte, zum Beispiel Kitas und Schulen.",
          en: "The map shows figures for areas of the city. It also shows places such as nurseries and schools.",
        },
        {
          de: "Die Karte beschreibt Gebiete, nicht Menschen. Kleine Zahlen bleiben geheim.",
          en: "The map describes areas, not people. Small numbers are kept secret.",
        },
      ],
    },
    {
      heading: { de: "Wie bediene ich die Karte?", en: "How do I use the map?" },
      paragraphs: [
        {
          de: "Klicken Sie auf ein Gebiet oder einen Ort. Die Angaben stehen dann neben der Karte.",
          en: "Click on an area or a place. The details then stand beside the map.",
        },
        {
          de: "Mit der Tastatur: Die Pfeiltasten verschieben die Karte. Plus und Minus ändern die Größe. Die Eingabetaste wählt aus, was in der Mitte liegt.",
          en: "With the keyboard: arrow keys move the map. Plus and minus change its scale. Enter picks what lies in the middle.",
        },
        {
          de: "Alles auf der Karte steht auch in einer Tabelle oder Liste.",
          en: "Everything on the map also stands in a table or a list.",
        },
      ],
    },
  ],
  imprint: [
    {
      heading: { de: "Anbieter", en: "Provider" },
      paragraphs: [
        {
          de: "{city}, [Anschrift], vertreten durch [Vertretung].",
          en: "{city}, [address], represented by [representative].",
        },
        { de: "Kontakt: [Telefon], [E-Mail].", en: "Contact: [telephone], [e-mail]." },
        { de: "Umsatzsteuer-Nummer: [Nummer].", en: "VAT number: [number]." },
      ],
    },
    {
      heading: { de: "Verantwortlich für den Inhalt", en: "Responsible for the content" },
      paragraphs: [{ de: "[Zuständiges Amt, Anschrift]", en: "[Office in charge, address]" }],
    },
    {
      heading: { de: "In einfachen Worten", en: "In plain words" },
      paragraphs: [
        {
          de: "Hier steht, wer diese Karte macht. Dort können Sie anrufen oder schreiben.",
          en: "This says who makes this map. You can call or write to them.",
        },
      ],
    },
  ],
  privacy: [
    {
      heading: { de: "In einfachen Worten", en: "In plain words" },
      paragraphs: [
        {
          de: "Sie können die öffentliche Karte ansehen, ohne sich anzumelden. Die eingebettete Karte speichert nichts auf Ihrem Gerät. Sie fragt keine anderen Anbieter.",
          en: "You can look at the public map without signing in. The embedded map stores nothing on your device. It asks no other providers.",
        },
      ],
    },
    {
      heading: { de: "Was verarbeitet wird", en: "What is processed" },
      paragraphs: [
        {
          de: "Die eingebettete Karte setzt keine Cookies und nutzt keinen Speicher des Browsers. Die ganze Sozialraumkarte merkt sich Sprache und Aussehen im Browser. Ein Cookie gibt es nur nach der Anmeldung.",
          en: "The embedded map sets no cookies and uses no storage of the browser. The full Sozialraumkarte keeps language and looks in the browser. There is a cookie only after signing in.",
        },
        {
          de: "Protokolle des Servers: [Umfang und Dauer der Speicherung].",
          en: "Logs of the server: [extent and period of storage].",
        },
      ],
    },
    {
      heading: { de: "Ihre Rechte", en: "Your rights" },
      paragraphs: [
        {
          de: "Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch und Beschwerde (Artikel 15 bis 21 und 77 DSGVO). Verantwortlich: {city}, [Anschrift]. Datenschutzbeauftragte Stelle: [Kontakt].",
          en: "You have the right to access, rectification, erasure, restriction, objection and complaint (Articles 15 to 21 and 77 GDPR). Controller: {city}, [address]. Data protection officer: [contact].",
        },
        {
          de: "Aufsicht in Baden-Württemberg: Der Landesbeauftragte für den Datenschutz und die Informationsfreiheit.",
          en: "Supervision in Baden-Württemberg: the State Commissioner for Data Protection and Freedom of Information.",
        },
      ],
    },
  ],
  accessibility: [
    {
      heading: { de: "Geltungsbereich", en: "Scope" },
      paragraphs: [
        {
          de: "{city} ist bemüht, die Sozialraumkarte im Einklang mit § 10 L-BGG in Verbindung mit der BITV 2.0 barrierefrei zugänglich zu machen. Diese Erklärung gilt für die Sozialraumkarte und die eingebettete Karte.",
          en: "{city} endeavours to make the Sozialraumkarte accessible in accordance with § 10 L-BGG and BITV 2.0. This statement applies to the Sozialraumkarte and the embedded map.",
        },
      ],
    },
    {
      heading: { de: "Stand der Vereinbarkeit", en: "Compliance status" },
      paragraphs: [
        {
          de: "Eine Bewertung durch die Stadt oder Dritte steht noch aus: [vollständig, teilweise oder nicht vereinbar].",
          en: "An assessment by the city or a third party is still due: [fully, partially or not compliant].",
        },
        {
          de: "Die Karte selbst ist ein Bild. Ihre Angaben stehen vollständig in Tabellen und Listen daneben.",
          en: "The map itself is a picture. All it says stands in tables and lists beside it.",
        },
        {
          de: "Nicht barrierefreie Inhalte: [Liste mit Gründen].",
          en: "Non-accessible content: [list with reasons].",
        },
      ],
    },
    {
      heading: { de: "Erstellung dieser Erklärung", en: "Preparation of this statement" },
      paragraphs: [
        {
          de: "Diese Erklärung wurde am [Datum] erstellt. Prüfmethode: automatische Prüfung jeder Seite mit axe-core nach WCAG 2.2 Stufe AA und automatische Bedienung mit der Tastatur. Eine Prüfung durch Menschen mit Hilfsmitteln: [steht aus].",
          en: "This statement was prepared on [date]. Method: automated check of each page with axe-core against WCAG 2.2 level AA, and automated use by keyboard. A check by people with assistive technology: [still due].",
        },
      ],
    },
    {
      heading: { de: "Rückmeldung und Kontakt", en: "Feedback and contact" },
      paragraphs: [
        {
          de: "Melden Sie uns Barrieren: [E-Mail, Telefon, Anschrift]. Wir antworten innerhalb von [Frist].",
          en: "Report barriers to us: [e-mail, telephone, address]. We answer within [period].",
        },
      ],
    },
    {
      heading: { de: "Durchsetzungsverfahren", en: "Enforcement procedure" },
      paragraphs: [
        {
          de: "Antworten wir nicht oder unzureichend, können Sie sich an die Schlichtungsstelle der oder des Landesbeauftragten für die Belange von Menschen mit Behinderungen Baden-Württemberg wenden. Das Verfahren ist kostenfrei. Die Überwachungsstelle für mediale Barrierefreiheit Baden-Württemberg prüft Angebote öffentlicher Stellen.",
          en: "If we do not answer, or not sufficiently, you may turn to the arbitration body at the State Commissioner for the Interests of People with Disabilities of Baden-Württemberg. The procedure is free of charge. The monitoring body for media accessibility of Baden-Württemberg checks offers of public bodies.",
        },
      ],
    },
    {
      heading: { de: "In einfachen Worten", en: "In plain words" },
      paragraphs: [
        {
          de: "Alle Menschen sollen diese Karte nutzen können. Wenn etwas nicht geht, sagen Sie es uns.",
          en: "Everybody should be able to use this map. If something does not work, tell us.",
        },
      ],
    },
  ],
  feedback: [
    {
      heading: { de: "So erreichen Sie uns", en: "How to reach us" },
      paragraphs: [
        {
          de: "Schreiben Sie oder rufen Sie an: [E-Mail, Telefon, Anschrift].",
          en: "Write or call: [e-mail, telephone, address].",
        },
        {
          de: "Sagen Sie uns bitte, was nicht stimmt oder nicht geht. Nennen Sie am besten die Adresse der Seite und den Ort auf der Karte.",
          en: "Please tell us what is wrong or does not work. It helps to name the address of the page and the place on the map.",
        },
        {
          de: "Schreiben Sie bitte keine vertraulichen Angaben über andere Menschen.",
          en: "Please do not write confidential things about other people.",
        },
      ],
    },
  ],
};
