import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import playground from '../../api/playground.graphql?raw';
import { operationTabs } from './graphiql-tabs.ts';

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  wsClient: createClient({ url: `${location.origin.replace(/^http/, 'ws')}/graphql` }),
});

const root = document.getElementById('root');
if (root === null) throw new Error('graphiql.html has no element with the id "root".');
createRoot(root).render(
  <GraphiQL fetcher={fetcher} defaultTabs={operationTabs(playground)}>
    <GraphiQL.Logo>
      <h1 className="dashboard-link">
        <a href="/">Plumbline dashboard</a>
      </h1>
    </GraphiQL.Logo>
  </GraphiQL>,
);
