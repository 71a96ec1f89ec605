// A part that is loaded when it is first opened, so that nobody waits for it who doesn't.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The part once it is there; before that, what is happening. */
export function Later<Properties extends object>({
  what,
  load,
  properties,
}: {
  readonly what: string;
  readonly load: () => Promise<ComponentType<Properties>>;
  readonly properties: Properties;
}) {
  const [part, setPart] = useState<{ readonly Part: ComponentType<Properties> } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    load().then(
      (Part) => !isGone && setPart({ Part }),
      (cause) => {
        reportError(cause);
        if (!isGone) setProblem(`The ${what} can’t be loaded. Is wiregraph still running in its terminal?`);
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  if (problem !== null) return <p class="notice">{problem}</p>;
  if (part === null)
    return (
      <p class="notice" role="status">
        Loading the {what}…
      </p>
    );
  return <part.Part {...properties} />;
}
