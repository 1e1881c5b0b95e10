import { journey } from './journey';

journey('web-host', { trustEverything: true, webHost: true });
