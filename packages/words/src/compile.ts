import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

export type { CompiledMessage };

/**
 * Compiles a flat catalogue (id → ICU message) to what Lingui runs without a parser; used here at load and by the web
 * build. Throws an error naming the id when a message is not valid ICU.
 */
export function compileCatalogue(messages: Readonly<Record<string, string>>): Record<string, CompiledMessage> {
  const compiled: Record<string, CompiledMessage> = {};
  for (const [id, message] of Object.entries(messages)) {
    try {
      compiled[id] = compileMessageOrThrow(message);
    } catch (cause) {
      throw new Error(`The message "${id}" is not a valid ICU message. Check its braces and plural forms.`, { cause });
    }
  }
  return compiled;
}
