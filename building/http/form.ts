import type { FastifyRequest } from 'fastify';

/** One file of a form. */
type UploadedFile =
  | { readonly kind: 'file'; readonly field: string; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly field: string; readonly name: string };

/** What a form sent, whichever way the browser encoded it. */
export interface SentForm {
  readonly fields: URLSearchParams;
  /** Only files that a person chose: an empty file input is not among them. */
  readonly files: readonly UploadedFile[];
}

export interface FormLimits {
  readonly fileBytes: number;
  readonly files: number;
}

const usualLimits: FormLimits = { fileBytes: 15 * 1024 * 1024, files: 8 };

/** Empty file inputs count as files on the way in. */
const emptyInputs = 24;

/**
 * Reads a form, with or without files. A file above the limit is read to its end and left out, so that the rest of the form is not lost; so
 * are files beyond the number allowed.
 */
export async function readForm(request: FastifyRequest, limits: FormLimits = usualLimits): Promise<SentForm> {
  if (!request.isMultipart()) return { fields: fieldsOf(request.body), files: [] };
  const fields = new URLSearchParams();
  const files: UploadedFile[] = [];
  const parts = request.parts({
    limits: { fileSize: limits.fileBytes, files: limits.files + emptyInputs, fieldSize: 64 * 1024, fields: 200 },
  });
  for await (const part of parts) {
    if (part.type === 'field') {
      fields.append(part.fieldname, String(part.value));
      continue;
    }
    const bytes = await collected(part.file);
    if (part.filename === '' && bytes.length === 0) continue;
    if (files.length === limits.files) continue;
    const named = { field: part.fieldname, name: part.filename };
    files.push(part.file.truncated ? { kind: 'too-large', ...named } : { kind: 'file', ...named, bytes });
  }
  return { fields, files };
}

async function collected(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function fieldsOf(body: unknown): URLSearchParams {
  const fields = new URLSearchParams();
  if (typeof body !== 'object' || body === null) return fields;
  for (const [name, value] of Object.entries(body)) {
    for (const each of Array.isArray(value) ? value : [value]) fields.append(name, String(each));
  }
  return fields;
}
