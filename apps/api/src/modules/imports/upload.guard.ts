import type { ImportKind } from '@cartwheel/sheets';
import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { uploadImport } from '@cartwheel/contracts';
import type { FastifyRequest } from 'fastify';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { invalid } from '../../platform/problems/translate.ts';

export interface UploadedFile {
  kind: ImportKind;
  encoding: string | null;
  fileName: string;
  bytes: Uint8Array;
}

declare module 'fastify' {
  interface FastifyRequest {
    upload?: UploadedFile;
  }
}

/** Receives the file before a unit of work is open: a slow line keeps no connection of the database waiting. */
@Injectable()
export class UploadGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) throw new Problem('unsupported_media_type', { detail: 'Send the file as a form' });
    const fields: Record<string, unknown> = {};
    let file: { fileName: string; bytes: Uint8Array } | undefined;
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { fileName: safeName(part.filename), bytes: await part.toBuffer() };
      else fields[part.fieldname] = part.value;
    }
    request.upload = { ...checked(fields), ...given(file) };
    request.uploadDigest = digestOf(request.upload);
    return true;
  }
}

function digestOf({ bytes, ...named }: UploadedFile): string {
  return createHash('sha256').update(JSON.stringify(named)).update(bytes).digest('hex');
}

function checked(fields: Record<string, unknown>): Pick<UploadedFile, 'kind' | 'encoding'> {
  const read = uploadImport.body?.safeParse(fields);
  if (!read?.success) throw read ? invalid(read.error) : new Problem('validation_failed');
  const { kind, encoding } = read.data;
  return { kind, encoding: encoding ?? null };
}

function given<T>(file: T | undefined): T {
  if (file === undefined) throw refuse('file', 'Choose a file');
  return file;
}

const INVISIBLE = /[\p{Cc}\p{Cf}/\\]/gu;
const LONGEST = 150;

/** What a browser says is only shown, never used as a path. The end stays: it tells the format. */
function safeName(name: string): string {
  return name.toWellFormed().replace(INVISIBLE, '').slice(-LONGEST) || 'file';
}
