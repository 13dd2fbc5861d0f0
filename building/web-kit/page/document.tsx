import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface Props {
  language: string;
  title: string;
  description?: string | undefined;
  /** Larger type for those who asked for it (elder mode). */
  large: boolean;
  /** A wider column, for pages with tables. */
  broad?: boolean;
  assets: { stylesheet: string; script: string; icon: string };
  children: ComponentChildren;
}

function Html({ language, title, description, large, broad = false, assets, children }: Props) {
  return (
    <html lang={language} class={large ? 'large' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        {description === undefined ? null : <meta name="description" content={description} />}
        <meta name="theme-color" content="#fbf8f3" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <link rel="stylesheet" href={assets.stylesheet} />
        <script src={assets.script} defer />
      </head>
      <body class={broad ? 'broad' : undefined}>{children}</body>
    </html>
  );
}

/** A whole page as text. Everything it needs is one stylesheet; the script only adds comfort. */
export function htmlOf(props: Props): string {
  return `<!doctype html>${renderToString(<Html {...props} />)}`;
}
