export default function TableBody() {
  return null;
}
