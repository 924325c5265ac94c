export default function FacilityPanel() {
  return null;
}
