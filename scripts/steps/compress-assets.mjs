import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { root } from "./steps.mjs";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Kinds of files that shrink; fonts and pictures are compressed already. */
const compressible = /\.(js|mjs|css|svg|json|html|pbf)$/;

/** Brotli 11 is only worth its time ahead of the first request: here, once per build. */
const folder = join(root, "dist/web/assets");
const files = readdirSync(folder).filter((name) => compressible.test(name));
await Promise.all(
  files.map(async (name) => {
    const content = readFileSync(join(folder, name));
    const parameters = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(join(folder, `${name}.br`), await compressBrotli(content, { params: parameters }));
    writeFileSync(join(folder, `${name}.gz`), await compressGzip(content, { level: 9 }));
  }),
);
