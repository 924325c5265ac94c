import { Component, type ErrorInfo, type ReactNode } from "react";

/** Keeps an accident in one part of the page from taking the rest away. */
export class CrashGuard extends Component<
  { children: ReactNode; fallback: (retry: () => void) => ReactNode },
  { hasCrashed: boolean }
> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return this.props.fallback(() => this.setState({ hasCrashed: false }));
  }
}
