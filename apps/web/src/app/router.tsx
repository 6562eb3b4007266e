import { createBrowserRouter } from 'react-router';
import { PageSkeleton } from '../components/page-skeleton.tsx';
import { CrashPage, NotFoundPage } from './error-page.tsx';
import { Shell } from './shell.tsx';

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: CrashPage,
    HydrateFallback: PageSkeleton,
    children: [
      {
        ErrorBoundary: CrashPage,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('../features/overview/overview-page.tsx')).OverviewPage }),
          },
          {
            path: 'findings',
            lazy: async () => ({ Component: (await import('../features/findings/findings-page.tsx')).FindingsPage }),
          },
          {
            path: 'findings/:id',
            lazy: async () => ({ Component: (await import('../features/findings/finding-page.tsx')).FindingPage }),
          },
          {
            path: 'scans',
            lazy: async () => ({ Component: (await import('../features/scans/scans-page.tsx')).ScansPage }),
          },
          {
            path: 'scans/:id',
            lazy: async () => ({ Component: (await import('../features/scans/scan-page.tsx')).ScanPage }),
          },
          {
            path: 'rules',
            lazy: async () => ({ Component: (await import('../features/rules/rules-page.tsx')).RulesPage }),
          },
          {
            path: 'rules/:key',
            lazy: async () => ({ Component: (await import('../features/rules/rule-page.tsx')).RulePage }),
          },
          {
            path: 'compliance',
            lazy: async () => ({
              Component: (await import('../features/compliance/compliance-page.tsx')).CompliancePage,
            }),
          },
          {
            path: 'compliance/:key',
            lazy: async () => ({
              Component: (await import('../features/compliance/framework-page.tsx')).FrameworkPage,
            }),
          },
          {
            path: 'accounts',
            lazy: async () => ({ Component: (await import('../features/accounts/accounts-page.tsx')).AccountsPage }),
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
