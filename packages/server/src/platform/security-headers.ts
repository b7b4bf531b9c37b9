import type { App } from './ports.ts';

/**
 * What the screens may load: themselves alone. WebAssembly and blob workers are the viewer's decoders; styles are allowed
 * inline because React Aria and Cornerstone set them on elements; no other origin, no plug-in, no frame of others.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** An answer that is data runs nothing, whatever somebody managed to put into it. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'self'";

/** Headers of every answer; cross-origin isolation (COOP, COEP) is what gives the viewer its SharedArrayBuffer. */
export function addSecurityHeaders(app: App, publicUrl: () => string): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    });
    // A browser's own viewer shows PDFs with parts that a policy on the PDF would stop.
    if (!type.startsWith('application/pdf')) {
      reply.header('content-security-policy', isPage(type) ? PAGE_POLICY : DATA_POLICY);
    }
    if (publicUrl().startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000');
    return payload;
  });
}

/** Scripts are pages too: a worker takes its policy from its own script's answer. */
function isPage(type: string): boolean {
  return type.startsWith('text/html') || type.includes('javascript');
}
