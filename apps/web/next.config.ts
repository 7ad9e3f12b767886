import createNextIntlPlugin from 'next-intl/plugin';
import type { NextConfig } from 'next';
import { contractRoutes } from './contract-routes.ts';

const config: NextConfig = {
  transpilePackages: ['@cartwheel/contracts', '@cartwheel/domain'],
  env: { CARTWHEEL_ROUTES: contractRoutes() },
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@mantine/dates'] },
};

export default createNextIntlPlugin('./src/lib/i18n-request.ts')(config);
