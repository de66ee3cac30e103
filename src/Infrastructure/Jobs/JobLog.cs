using Hangfire.AspNetCore;
using Hangfire.Logging;
using ILoggerFactory = Microsoft.Extensions.Logging.ILoggerFactory;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>
/// Hangfire asks one log of the whole process, the one of the host that started last. When that host has ended its log throws,
/// and a worker of another host loses the job that it has just fetched. This one is silent instead.
/// </summary>
internal sealed class JobLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _inner = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _inner.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
