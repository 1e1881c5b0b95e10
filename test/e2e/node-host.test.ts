import { journey } from './journey';

journey('node-host', { trustEverything: true, webHost: false });
