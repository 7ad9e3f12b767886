import path from 'node:path';
import createNextIntlPlugin from 'next-intl/plugin';
import type { NextConfig } from 'next';
import { contractRoutes } from './contract-routes.ts';

const config: NextConfig = {
  transpilePackages: ['@cartwheel/contracts', '@cartwheel/domain'],
  env: { CARTWHEEL_ROUTES: contractRoutes() },
  // Named, since a home folder inside the repository would lead Next to another root.
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
  // `pnpm types` checks all of it; a build needs no second look.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@mantine/dates'] },
};

export default createNextIntlPlugin('./src/lib/i18n-request.ts')(config);
