// Where npm installs the packages with the data.

import { fileURLToPath } from 'node:url';

export const PACKAGES = fileURLToPath(new URL('node_modules', import.meta.url));
