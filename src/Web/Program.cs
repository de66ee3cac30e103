using Medborgardialog.Application;
using Medborgardialog.Infrastructure;
using Medborgardialog.Infrastructure.Jobs;
using Medborgardialog.Infrastructure.Mail;
using Medborgardialog.Infrastructure.Seeding;
using Medborgardialog.Web.Live;
using Medborgardialog.Web.Pages;
using Medborgardialog.Web.Security;
using Medborgardialog.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
if (builder.Environment.IsProduction() && RequiredSettings.Complaint(builder.Configuration) is { } complaint)
{
    await Console.Error.WriteLineAsync(complaint);
    return 1;
}

await builder.AddDatabaseAsync();
builder.Services.AddApplication();
builder.Services.AddInfrastructure();
builder.Services.AddJobs(builder.Configuration);
if (!builder.Environment.IsProduction())
{
    builder.Services.AddDemoContent();
    if (string.IsNullOrEmpty(builder.Configuration["Mail:Host"]))
    {
        builder.Services.AddDevelopmentMail();
    }
}
else
{
    builder.Services.RequireMailServer();
}

builder.AddReverseProxy();
builder.AddSecurity();
builder.AddPages();
builder.AddLive();

await using var app = builder.Build();
if (await app.PrepareAsync(args) is { } exitCode)
{
    return exitCode;
}

app.UseReverseProxy();
app.UsePages();
app.UseSecurity();
app.UseLive();
app.MapPages();
app.MapHealth();
app.MapLive();
await app.RunAsync();
return 0;

/// <summary>Named so that tests can start the application in process.</summary>
public partial class Program
{
    protected Program()
    {
    }
}
